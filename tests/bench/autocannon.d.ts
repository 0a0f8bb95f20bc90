declare module 'autocannon' {
	type Options = { url: string; connections: number; duration: number; headers?: Record<string, string> };
	type Outcome = { requests: { mean: number }; latency: { p99: number }; non2xx: number; errors: number };
	function autocannon(options: Options): Promise<Outcome>;
	export { autocannon as default };
}

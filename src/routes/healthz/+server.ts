/** The process is up. */
export const GET = () => new Response('ok\n', { headers: { 'Content-Type': 'text/plain' } });

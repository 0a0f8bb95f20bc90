import { startHalte } from './tests/support/startHalte.ts';
const h = await startHalte({ settings: { HALTE_DEMO: '0' } });
const F='application/x-www-form-urlencoded';
const bodies: [string,string][] = [
['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="code"\r\n\r\nabc'],
		['multipart/form-data', 'no boundary'],
		[F, `code=${'x'.repeat(2_000_000)}`],
		[F, '%E0%A4%A=%ZZ&&==&code'],
		[F, Array.from({ length: 20_000 }, (_, index) => `f${index}=1`).join('&')],
		['application/json', '{"code":'],
		['text/plain', 'code=abc'],
		['application/octet-stream', '\u0000\u0001'],
];
for (const path of ['/ar/language','/ar/sign-in','/ar/me?/signOut'])
for (const [t,b] of bodies) { const s=performance.now(); try { const r = await fetch(h.origin+path,{method:'POST',headers:{origin:h.origin,'content-type':t,accept:'text/html'},body:b,redirect:'manual',signal:AbortSignal.timeout(20000)}); const x = await r.text(); console.log(path,t,b.slice(0,20).replace(/\s/g,' '),r.status,x.length,Math.round(performance.now()-s)); } catch(e) {console.log(path,t,b.slice(0,20),String(e),Math.round(performance.now()-s))} }
for (const path of ['/fr/me/passkeys','/fr/sign-in/passkey','/fr/sign-in/passkey/options'])
for (const b of ['{}','null','"x"','[]','{','{"id":1}','\u0000','x'.repeat(5000)]) { const s=performance.now(); const r = await fetch(h.origin+path,{method:'POST',headers:{origin:h.origin,'content-type':'application/json',accept:'text/html'},body:b,redirect:'manual',signal:AbortSignal.timeout(20000)}); console.log(path,b.slice(0,20),r.status,Math.round(performance.now()-s)); }
await h.stop();

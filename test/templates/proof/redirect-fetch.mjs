// Loaded into an app before its own code: requests to OAuth providers go to the ones that the proof runs on this machine.
const outside = process.env.PROOF_OUTSIDE;
const hosts = (process.env.PROOF_HOSTS ?? '').split(',');
const original = globalThis.fetch;

globalThis.fetch = (input, init) => {
  const request = new Request(input, init);
  const url = new URL(request.url);
  if (!hosts.includes(url.hostname)) return original(request);
  return original(new Request(`${outside}/${url.hostname}${url.pathname}${url.search}`, request));
};

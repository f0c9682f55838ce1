// Loaded into an app before its own code: requests to GitHub go to the provider that the proof runs on this machine.
const outside = process.env.PROOF_OUTSIDE;
const original = globalThis.fetch;

globalThis.fetch = (input, init) => {
  const request = new Request(input, init);
  const url = new URL(request.url);
  if (url.hostname !== 'github.com' && url.hostname !== 'api.github.com') return original(request);
  return original(new Request(outside + url.pathname + url.search, request));
};

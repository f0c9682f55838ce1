import { OAuth2RequestError } from 'arctic';
type Handler = (request: Request) => Promise<Response>;
export const answering = (handler: Handler): Handler => async (request) => {
  try {
    return await handler(request);
  } catch (error) {
    return new Response(null, { status: error instanceof OAuth2RequestError ? 400 : 500 });
  }
};

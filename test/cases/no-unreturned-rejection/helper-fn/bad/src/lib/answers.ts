export const forbidden = () => new Response('Forbidden', { status: 403 });

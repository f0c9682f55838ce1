import { Spotify } from 'arctic';
export const spotify = new Spotify('id', 'secret', 'https://app.example/cb');

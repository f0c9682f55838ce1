import { MicrosoftEntraId } from 'arctic';
export const entra = new MicrosoftEntraId('common', 'id', 'secret', 'https://app.example/cb');

import { lucia } from 'lucia';
import { express } from 'lucia/middleware';
import { adapter } from './adapter';
export const auth = lucia({ adapter, env: 'PROD', middleware: express() });

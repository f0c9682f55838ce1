// Mocha's build for browsers leaves its class on the global object.
import '../../node_modules/mocha/mocha.js';

export default (globalThis as unknown as { Mocha: typeof import('mocha') }).Mocha;

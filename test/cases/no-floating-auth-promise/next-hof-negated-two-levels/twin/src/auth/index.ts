export * from './can';
export * from './session';

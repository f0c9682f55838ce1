export * from './people';
export * from './logins';

export { default as settings } from './defaults';

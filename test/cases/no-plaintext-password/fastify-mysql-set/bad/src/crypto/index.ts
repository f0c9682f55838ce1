export { default as toDigest } from './digest';

export { samePassword as matches } from './compare';

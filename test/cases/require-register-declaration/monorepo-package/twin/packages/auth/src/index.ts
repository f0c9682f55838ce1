export * from './instance';
import './register';

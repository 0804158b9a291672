export { findFlags } from './find.ts';

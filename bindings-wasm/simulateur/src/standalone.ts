/** One script file, everything included, for sites without a build. */

// First, so that the element finds the module that stands in this file.
import './inline-module.js';

export * from './index.js';

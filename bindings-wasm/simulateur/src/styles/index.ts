import { controls } from './controls.js';
import { expertLayout } from './expert.js';
import { aside } from './aside.js';
import { page } from './page.js';
import { plan } from './plan.js';
import { print } from './print.js';
import { result } from './result.js';
import { theme } from './theme.js';

/** Print comes last: it has the last word. */
export const styles = [theme, page, controls, result, plan, aside, expertLayout, print];

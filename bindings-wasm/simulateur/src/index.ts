/** `import 'bilan-professionnel/simulateur'` defines <bilan-simulateur>. */

import { BilanSimulateur } from './bilan-simulateur.js';

export { BilanSimulateur };
export type { ResultDetail } from './bilan-simulateur.js';

// On a server there is nothing to define, and importing has no effect.
if (typeof customElements !== 'undefined' && !customElements.get('bilan-simulateur'))
  customElements.define('bilan-simulateur', BilanSimulateur);

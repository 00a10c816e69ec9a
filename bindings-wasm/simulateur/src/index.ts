/** `import 'bilan-professionnel/simulateur'` defines <bilan-simulateur>. */

import { BilanSimulateur } from './bilan-simulateur.js';

export { BilanSimulateur };
export type { ResultDetail } from './bilan-simulateur.js';

if (!customElements.get('bilan-simulateur')) customElements.define('bilan-simulateur', BilanSimulateur);

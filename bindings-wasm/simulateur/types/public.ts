/** Checked by the compiler: the element is what its published types say. */

import type { BilanSimulateur as Published, StepName as PublishedStep } from '../../npm/dist/simulateur.js';
import type { BilanSimulateur } from '../src/bilan-simulateur.js';
import type { StepName } from '../src/journey.js';

type Promised = 'mode' | 'client' | 'variant' | 'catalogueSrc' | 'date' | 'result' | 'updateComplete';

export const asPublished = (element: BilanSimulateur): Pick<Published, Promised> => element;
export const steps: (step: StepName) => PublishedStep = (step) => step;

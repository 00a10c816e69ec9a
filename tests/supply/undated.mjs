/** npm's bill of materials, without its random number, and dated by SOURCE_DATE_EPOCH, as that of the crates is. */

import { readFileSync } from 'node:fs';

const { serialNumber: _, ...bill } = JSON.parse(readFileSync(0, 'utf8'));
bill.metadata.timestamp = new Date(Number(process.env.SOURCE_DATE_EPOCH) * 1000).toISOString();
console.log(JSON.stringify(bill, null, 2));

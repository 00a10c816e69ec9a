/** Around the result: its folded parts, and the pages beside it. */

/** Opens a part of the result, if it is folded: `plan`, `calendar`, … */
export async function unfold(scope, part) {
  const fold = scope.locator(`details.fold.${part}`);
  if (!(await fold.evaluate(({ open }) => open))) await fold.locator(':scope > summary').click();
}

/** Opens every part, and whatever is folded in it: the outer before the inner. */
export async function unfoldAll(scope) {
  for (const fold of await scope.locator('details').all()) {
    if (!(await fold.evaluate(({ open }) => open))) await fold.locator(':scope > summary').click();
  }
}

/** Opens a page beside the result. */
export async function open(scope, button, title) {
  await scope.getByRole('button', { name: button }).first().click();
  await scope.getByRole('heading', { name: title, level: 2 }).waitFor();
}

/** Goes back from a page beside the result. */
export async function goBack(scope) {
  await scope
    .getByRole('button', { name: /^Revenir/ })
    .first()
    .click();
}

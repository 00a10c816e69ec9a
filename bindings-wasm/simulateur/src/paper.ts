/** On paper everything is open: browsers print a folded part folded, whatever the style sheet says, so it is opened before. */

interface Paper {
  attach(): void;
  detach(): void;
}

/** Opens what is folded while the page prints, and folds it again. */
export function openOnPaper(root: () => ParentNode): Paper {
  let opened: HTMLDetailsElement[] = [];
  const open = (): void => {
    opened = [...root().querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const part of opened) part.open = true;
  };
  const fold = (): void => {
    for (const part of opened) part.open = false;
    opened = [];
  };
  return {
    attach() {
      addEventListener('beforeprint', open);
      addEventListener('afterprint', fold);
    },
    detach() {
      removeEventListener('beforeprint', open);
      removeEventListener('afterprint', fold);
    },
  };
}

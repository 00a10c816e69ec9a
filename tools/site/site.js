// What the generator leaves to the mouse, by the keyboard too.

// The button of the contents; the generator made a label of it, which has no place in the order of the keyboard.
document
  .getElementById('mdbook-sidebar-toggle')
  .addEventListener('click', () => document.getElementById('mdbook-sidebar-toggle-anchor').click());

/** Code and tables that are wider than the page scroll by the keyboard. */
function reach() {
  for (const part of document.querySelectorAll('main pre > code, main .table-wrapper')) {
    if (part.scrollWidth > part.clientWidth) part.tabIndex = 0;
    else part.removeAttribute('tabindex');
  }
}
reach();
addEventListener('resize', reach);

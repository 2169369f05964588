// What was typed into a form outlives the session: it is put by when the form is sent, and put back
// when the same page comes again, as it does after the login that a lost session leads to.
(function () {
  const store = 'tradehall.typed';
  const here = location.pathname + location.search;
  const form = document.querySelector('main form#form:not([enctype^="multipart"])');
  const isOnTheWay =
    document.querySelector('main input[type="password"], main [data-interlude]') !== null;

  const fields = () =>
    [...form.querySelectorAll('input, select, textarea')].filter(
      (field) => field.id && !['hidden', 'password', 'file', 'submit'].includes(field.type),
    );

  function put() {
    const typed = fields().map((field) => [
      field.id,
      field.type === 'checkbox' || field.type === 'radio' ? field.checked : field.value,
    ]);
    sessionStorage.setItem(store, JSON.stringify({ page: here, typed }));
  }

  function putBack(typed) {
    for (const [id, value] of typed) {
      const field = document.getElementById(id);
      if (field && typeof value === 'boolean') {
        field.checked = value;
      } else if (field) {
        field.value = value;
      }
    }
  }

  // Whoever leaves on purpose leaves nothing to the next one.
  document.addEventListener('click', (event) => {
    if (event.target.closest('[id="account:logOut"]')) {
      sessionStorage.removeItem(store);
    }
  });

  // The way back leads through the login page or past the maintenance page, and no other: whoever has
  // gone elsewhere begins anew.
  if (isOnTheWay) {
    return;
  }
  const kept = JSON.parse(sessionStorage.getItem(store) || 'null');
  sessionStorage.removeItem(store);
  if (!form) {
    return;
  }
  if (kept && kept.page === here) {
    putBack(kept.typed);
  }
  // Before PrimeFaces takes the click.
  form.addEventListener('click', (event) => event.target.closest('[type="submit"]') && put(), true);
  form.addEventListener('submit', put, true);
})();

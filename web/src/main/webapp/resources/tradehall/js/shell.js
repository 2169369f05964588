// What every page has: theme switch, side menu on a phone, menus that close, the search key.
(function () {
  const root = document.documentElement;
  const dark = () =>
    root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;

  function showTheme() {
    document.querySelectorAll('[data-theme-switch] .pi').forEach((icon) => {
      icon.className = dark() ? 'pi pi-sun' : 'pi pi-moon';
    });
  }

  function switchTheme() {
    root.dataset.theme = dark() ? 'light' : 'dark';
    localStorage.setItem('tradehall.theme', root.dataset.theme);
    showTheme();
    document.dispatchEvent(new CustomEvent('tradehall:theme'));
  }

  document.addEventListener('click', (event) => {
    if (event.target.closest('[data-theme-switch]')) {
      switchTheme();
    } else if (event.target.closest('[data-menu-switch]')) {
      document.body.classList.toggle('menu-open');
    } else if (event.target.closest('[data-print]')) {
      window.print();
    } else if (event.target.closest('[data-copy]')) {
      copy(event.target.closest('[data-copy]'));
    } else if (event.target.closest('[data-look]')) {
      look(event.target.closest('[data-look]'));
    }
    document.querySelectorAll('details.menu[open]').forEach((menu) => {
      if (!menu.contains(event.target)) {
        menu.open = false;
      }
    });
  });

  // Whoever types a password may look at it.
  function look(button) {
    const field = button.parentElement.querySelector('input');
    const shown = field.type === 'password';
    field.type = shown ? 'text' : 'password';
    button.setAttribute('aria-pressed', String(shown));
    button.firstElementChild.className = shown ? 'pi pi-eye-slash' : 'pi pi-eye';
  }

  // The clipboard is closed to plain http; then the text is selected, ready for Ctrl+C.
  function copy(button) {
    const source = document.getElementById(button.dataset.copy);
    source.select();
    if (navigator.clipboard) {
      navigator.clipboard.writeText(source.value);
    }
  }

  document.addEventListener('keydown', (event) => {
    const typing = event.target.matches('input, select, textarea');
    if (event.key === 'Escape') {
      document.body.classList.remove('menu-open');
      document.querySelectorAll('details.menu[open]').forEach((menu) => (menu.open = false));
    } else if (event.key === '/' && !typing) {
      const search = document.querySelector('[data-shortcut="/"]');
      if (search) {
        event.preventDefault();
        search.focus();
      }
    }
  });

  // A filter form submits itself when one of its choices changes.
  document.addEventListener('change', (event) => {
    if (event.target.closest('[data-submit-on-change]')) {
      event.target.form.requestSubmit();
    }
  });

  // Browsers remember what was in fields of other types for everybody who comes after.
  document.addEventListener('submit', (event) => {
    event.target.querySelectorAll('[data-look][aria-pressed="true"]').forEach(look);
  });

  // A plain form that is on its way is not sent twice.
  document.addEventListener('submit', (event) => {
    const button = event.target.querySelector('button[type="submit"][data-once]');
    if (button) {
      requestAnimationFrame(() => (button.disabled = true));
    }
  });

  // A refused request has no answer that says what to draw: buttons that wait for one are freed.
  function free(button) {
    PrimeFaces.buttonEndAjaxDisabled(PrimeFaces.getWidgetById(button.id), jQuery(button));
  }

  if (window.jQuery) {
    jQuery(document).on('pfAjaxComplete', (event, xhr, settings, args) => {
      const notice = document.getElementById('request-failed');
      if (!args) {
        document.querySelectorAll('button.ui-state-loading').forEach(free);
      }
      if (notice) {
        notice.hidden = Boolean(args);
        if (!args) {
          notice.scrollIntoView({ block: 'nearest' });
        }
      }
    });
  }

  // What was wrong, or what came of it, may stand out of sight.
  if (window.jQuery) {
    jQuery(document).on('pfAjaxComplete', (event, xhr) => {
      const updates = xhr && xhr.responseXML ? [...xhr.responseXML.querySelectorAll('update')] : [];
      const news = updates
        .map((update) => document.getElementById(update.id))
        .filter((part) => part)
        .flatMap((part) => [...part.querySelectorAll('[data-in-sight], .ui-message-error, .ui-messages > div')]);
      if (news.length > 0) {
        news[0].scrollIntoView({ block: 'nearest' });
      }
    });
  }

  // Lists say in their answers where they are now; the address bar follows.
  if (window.jQuery) {
    jQuery(document).on('pfAjaxComplete', (event, xhr, settings, args) => {
      if (args && args.address) {
        history.replaceState(null, '', args.address);
      }
    });
  }

  showTheme();
})();

// Hands a question of the server to the device, and the device's answer back to the server.
// Nothing shows on a browser that cannot.
(function () {
  const able = Boolean(window.PublicKeyCredential && navigator.credentials);

  function show(name) {
    document.querySelectorAll(`[data-passkey-${name}]`).forEach((each) => (each.hidden = false));
  }

  function hide(name) {
    document.querySelectorAll(`[data-passkey-${name}]`).forEach((each) => (each.hidden = true));
  }

  show(able ? 'able' : 'missing');

  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (each) => each.charCodeAt(0));

  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, '-')
      .replace(/\//g, '_')
      .replace(/=+$/, '');

  const keys = (list) => (list || []).map((each) => ({ ...each, id: bytes(each.id) }));

  function make(question) {
    return navigator.credentials.create({
      publicKey: {
        ...question,
        challenge: bytes(question.challenge),
        user: { ...question.user, id: bytes(question.user.id) },
        excludeCredentials: keys(question.excludeCredentials),
      },
    });
  }

  function ask(question) {
    return navigator.credentials.get({
      publicKey: {
        ...question,
        challenge: bytes(question.challenge),
        allowCredentials: keys(question.allowCredentials),
      },
    });
  }

  // The parts of the answer are named as in the browser; only bytes are written as text.
  function written(key) {
    const response = {};
    for (const part of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
      if (key.response[part]) {
        response[part] = text(key.response[part]);
      }
    }
    return JSON.stringify({
      id: key.id,
      type: key.type,
      response,
      clientExtensionResults: key.getClientExtensionResults(),
    });
  }

  async function answer(promise, form) {
    hide('failed');
    hide('known');
    try {
      const key = await promise;
      document.getElementById(form + ':answer').value = written(key);
      document.getElementById(form + ':finish').click();
    } catch (refusal) {
      show(refusal.name === 'InvalidStateError' ? 'known' : 'failed');
    }
  }

  if (able) {
    jQuery(document).on('pfAjaxComplete', (event, xhr, settings, args) => {
      if (args && args.passkeyMake) {
        answer(make(JSON.parse(args.passkeyMake).publicKey), 'made');
      } else if (args && args.passkeyShow) {
        answer(ask(JSON.parse(args.passkeyShow).publicKey), 'passkey');
      }
    });
  }
})();

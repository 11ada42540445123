// Leads to what is wrong with a form, reports a lost connection, keeps a form in the page while there is none, sends it once, and asks
// before typed input is discarded.
(function () {
  var lost = document.getElementById('lost'),
    typed = false,
    errors = document.querySelector('.govuk-error-summary');
  if (errors) {
    errors.focus();
  }
  function show(gone) {
    lost.hidden = !gone;
  }
  document.addEventListener('htmx:sendError', function () {
    show(true);
  });
  document.addEventListener('htmx:afterRequest', function (e) {
    if (e.detail.successful) {
      show(false);
    }
  });
  // the sign-in has ended: the console has kept what was typed, and the page comes back with it
  document.addEventListener('htmx:beforeOnLoad', function (e) {
    typed = typed && e.detail.xhr.status !== 401;
  });
  addEventListener('offline', function () {
    show(true);
  });
  addEventListener('online', function () {
    show(false);
  });
  document.addEventListener('input', function (e) {
    typed = typed || (!!e.target.form && e.target.form.method === 'post');
  });
  // A form leaves the page only when the console answers; what was typed is not lost in an error page of the browser.
  function whenReachable(go, lostLine) {
    var stop = new AbortController(),
      late = setTimeout(function () {
        stop.abort();
      }, 8000);
    fetch('/assets/app.js', { method: 'HEAD', cache: 'no-store', signal: stop.signal }).then(go, lostLine).finally(function () {
      clearTimeout(late);
    });
  }
  addEventListener('submit', function (e) {
    var form = e.target,
      button = e.submitter;
    if (form.method !== 'post' || e.defaultPrevented) {
      return;
    }
    if (form.state === 'answered') {
      form.state = 'sent';
      typed = false;
      return;
    }
    e.preventDefault();
    if (form.state) {
      return; // a second click
    }
    form.state = 'asking';
    whenReachable(
      function () {
        show(false);
        form.state = 'answered';
        form.requestSubmit(button);
      },
      function () {
        show(true);
        form.state = '';
      }
    );
  });
  // back from the next page: the form may be sent again, under its key
  addEventListener('pageshow', function () {
    Array.prototype.forEach.call(document.forms, function (form) {
      form.state = '';
    });
  });
  addEventListener('beforeunload', function (e) {
    if (typed) {
      e.preventDefault();
    }
  });
})();

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JSDOM } from 'jsdom';
import { addressOf, linked } from '../../client/src/shared/links.js';

const { window } = new JSDOM('');
globalThis.document = window.document;

/** The text with each link as [written](target). */
const shown = (text) => linked(text).map((node) => (node.nodeType === 1 ? `[${node.textContent}](${node.getAttribute('href')})` : node.data)).join('');

test('addresses in a message become links, the punctuation around them does not', () => {
    assert.equal(shown('See https://shop.example/a?b=1#c.'), 'See [https://shop.example/a?b=1#c](https://shop.example/a?b=1#c).');
    assert.equal(shown('(http://a.example/x_(y))!'), '([http://a.example/x_(y)](http://a.example/x_(y)))!');
    assert.equal(shown('www.shop.example, ok?'), '[www.shop.example](https://www.shop.example/), ok?');
    assert.equal(shown('to ada.l+x@shop.example.'), 'to [ada.l+x@shop.example](mailto:ada.l+x@shop.example).');
    assert.equal(shown('two: http://a.example http://b.example'), 'two: [http://a.example](http://a.example/) [http://b.example](http://b.example/)');
    assert.equal(shown('no links here: 12:30, e.g. a/b, @ada, x@y'), 'no links here: 12:30, e.g. a/b, @ada, x@y');
});

test('I8: only http, https and mailto are linked, nothing is markup, and a name before the host hides no other shop', () => {
    for (const text of ['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', 'file:///etc/passwd', '<a href="javascript:x">y</a>']) {
        assert.equal(shown(text), text);
    }
    assert.equal(addressOf('https://shop.example@evil.example/'), '');
    assert.equal(addressOf('mailto:nobody'), '');
    assert.equal(addressOf('https://'), '');
    assert.equal(shown('<img src=x onerror="http://a.example">'), '<img src=x onerror="[http://a.example](http://a.example/)">');
});

test('a link opens beside the chat and tells the other page nothing', () => {
    const [link] = linked('https://shop.example/');

    assert.equal(link.target, '_blank');
    assert.match(link.rel, /noopener/);
    assert.match(link.rel, /noreferrer/);
});

test('a long text without spaces is looked through in a moment', () => {
    const text = `${'a.'.repeat(2000)}@`;

    assert.equal(shown(text), text);
    assert.equal(shown('!'.repeat(4000)), '!'.repeat(4000));
    assert.equal(linked(`https://a.example/${')'.repeat(3900)}`)[0].textContent, 'https://a.example/');
});

const assert = require('node:assert/strict');
const core = require('lor-packet');
const node = require('lor-packet/node');

assert.equal(typeof core.renderPacket, 'function');
assert.equal(typeof node.loadApplication, 'function');

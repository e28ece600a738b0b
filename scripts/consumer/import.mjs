import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import * as core from 'lor-packet';
import * as node from 'lor-packet/node';

assert.equal(typeof core.renderPacket, 'function');
assert.equal(typeof core.renderPackets, 'function');
assert.equal(typeof node.loadApplication, 'function');
assert.equal(typeof node.writePackets, 'function');
for (const name of Object.keys(core)) {
  if (name in node) assert.equal(node[name], core[name], `${name} exists twice`);
}

const require = createRequire(import.meta.url);
assert.match(require('lor-packet/schema/application.json').$id, /\/dist\/schema\/application\.json$/);

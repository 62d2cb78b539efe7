import { it } from 'node:test';
import { scripted } from '@threadkit/server';
import { engineContract } from '@threadkit/server/testing';

for (const { name, check } of engineContract) void it(name, () => check(() => scripted({ paceMs: 0 })));

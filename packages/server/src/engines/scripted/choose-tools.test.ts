import type { FunctionTool, ToolChoice } from '@threadkit/core/api';
import { describe, expect, it } from 'vitest';
import { chooseTools } from './choose-tools.ts';

const tool = (name: string): FunctionTool => ({ type: 'function', function: { name } });
const chosen = (message: string, names: readonly string[], choice?: ToolChoice) =>
  chooseTools(message, names.map(tool), choice).map(({ function: { name } }) => name);

describe('chooseTools', () => {
  it.each([
    ['What is the weather?', ['get_weather'], ['get_weather']],
    ['Send two emails', ['send-email'], ['send-email']],
    ['please lookupOrder 5', ['lookupOrder'], []],
    ['my order', ['lookupOrder'], ['lookupOrder']],
    ['ORDER!', ['lookup_order'], ['lookup_order']],
    ['get me something', ['get_weather'], []],
    ['weathering the storm', ['get_weather'], []],
    ['weather and time', ['get_weather', 'get_time'], ['get_weather', 'get_time']],
    ['send an email', ['send_email', 'send_sms'], ['send_email']],
    ['run it', ['run'], ['run']],
    ['', ['get_weather'], []],
  ])('chooseTools, given %j and the tools %j, chooses %j', (message, tools, expected) => {
    expect(chosen(message, tools)).toEqual(expected);
  });

  it('chooseTools respects a forced choice', () => {
    const force: ToolChoice = { type: 'function', function: { name: 'b_b' } };
    expect(chosen('a', ['aaa', 'b_b'], force)).toEqual(['b_b']);
    expect(chosen('nothing', ['aaa', 'bbb'], 'required')).toEqual(['aaa']);
    expect(chosen('bbb', ['aaa', 'bbb'], 'required')).toEqual(['bbb']);
  });
});

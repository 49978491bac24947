import { describe, expect, test } from 'vitest';
import { profileOf, readAddress } from '../../src/model/model-profile.ts';

describe('the kind of server', () => {
  test.each([
    { address: 'https://api.openai.com/v1', profile: 'openai' },
    { address: 'https://desk.openai.azure.com/openai/v1', profile: 'azure' },
    { address: 'https://desk.cognitiveservices.azure.com', profile: 'azure' },
    { address: 'https://desk.services.ai.azure.com/openai/v1/', profile: 'azure' },
    { address: 'http://localhost:11434/v1', profile: 'generic' },
    { address: 'https://api.openai.com.example/v1', profile: 'generic' },
    { address: 'https://proxy.example/api.openai.com/v1', profile: 'generic' },
    { address: 'https://desk.openai.azure.com.example/v1', profile: 'generic' },
  ])('$address is $profile', ({ address, profile }) => {
    expect(profileOf(address)).toBe(profile);
  });
});

describe('an address', () => {
  test.each([
    {
      name: 'a resource of Azure',
      from: 'https://d.openai.azure.com/',
      to: { baseUrl: 'https://d.openai.azure.com/openai/v1' },
    },
    {
      name: 'Azure v1',
      from: 'https://d.openai.azure.com/openai/v1/',
      to: { baseUrl: 'https://d.openai.azure.com/openai/v1/' },
    },
    {
      name: 'Azure with a date',
      from: 'https://d.openai.azure.com?api-version=2024-10-21',
      to: { baseUrl: 'https://d.openai.azure.com/openai', apiVersion: '2024-10-21' },
    },
    {
      name: 'Azure as its portal shows it',
      from: 'https://d.openai.azure.com/openai/deployments/gpt/chat/completions?api-version=2024-10-21',
      to: { baseUrl: 'https://d.openai.azure.com/openai/deployments/gpt', apiVersion: '2024-10-21' },
    },
    {
      name: 'any other',
      from: 'http://localhost:8000/v1?team=a',
      to: { baseUrl: 'http://localhost:8000/v1?team=a' },
    },
    {
      name: 'credentials',
      from: 'http://u:p@localhost:8000/v1',
      to: { baseUrl: 'http://localhost:8000/v1', basic: 'Basic dTpw' },
    },
  ])('$name', ({ from, to }) => {
    expect(readAddress(from)).toEqual({ basic: undefined, ...to });
  });
});

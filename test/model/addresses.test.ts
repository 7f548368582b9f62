import { expect, test } from 'vitest';
import { addressBytes, parseSubnet, sampleAddress, subnetHolds } from '../../src/model/addresses.ts';

const holds = (subnet: string, address: string): boolean => {
  const parsed = parseSubnet(subnet);
  if (typeof parsed === 'string') throw new Error(parsed);
  return subnetHolds(parsed, addressBytes(address)!);
};

test('subnets of every form', () => {
  expect(holds('10', '10.200.3.4')).toBe(true);
  expect(holds('10.1.', '10.2.0.1')).toBe(false);
  expect(holds('192.168.0.0/255.255.0.0', '192.168.7.7')).toBe(true);
  expect(holds('192.168.0.0/20', '192.168.16.1')).toBe(false);
  expect(holds('::1', '::1')).toBe(true);
  expect(holds('2001:db8::/32', '2001:db8:1::5')).toBe(true);
  expect(holds('127.0.0.0/8', '::ffff:127.0.0.1')).toBe(true);
});

test('what APR refuses, by kind', () => {
  expect(parseSubnet('example.org')).toBe('not-an-address');
  expect(parseSubnet('300.1.1.1')).toBe('bad-address');
  expect(parseSubnet('::ffff:1.2.3.4')).toBe('bad-address');
  expect(parseSubnet('10.0.0.0/33')).toBe('bad-mask');
  // a mask wants the whole address
  expect(parseSubnet('192.168/16')).toBe('bad-address');
  expect(parseSubnet('10.0.0.0/0')).toBe('bad-mask');
});

test('a sample lies in its subnet', () => {
  for (const text of ['10', '192.168.1.0/24', '1.2.3.4', '2001:db8::/32']) {
    const subnet = parseSubnet(text);
    if (typeof subnet === 'string') throw new Error(subnet);
    expect(subnetHolds(subnet, addressBytes(sampleAddress(subnet))!)).toBe(true);
  }
});

import { expect, test } from 'vitest'
import { maskId, maskName, maskPhone, maskPlate } from './masks.ts'

test.each([
  ['13812341234', '138****1234'],
  ['075588881234', '0755****1234'],
  ['075588881234-801', '0755****1234-***'],
  ['88881234', '****1234'],
  ['12345', '***45'],
  ['+85291234567', '+852****4567'],
])('phone %s shows as %s', (phone, shown) => expect(maskPhone(phone)).toBe(shown))

test('an ID shows its first three and last four places', () => {
  expect(maskId('11010519491231002X')).toBe('110***********002X')
  expect(maskId('12345')).toBe('*****')
})

test.each([
  ['张三', '张*'],
  ['张三丰', '张**'],
  ['欧阳修', '欧阳*'],
  ['欧阳', '欧*'],
  ['𠮷田', '𠮷*'],
  ['林', '*'],
  ['John Smith', 'J*** S****'],
  ['', ''],
])('name %s shows as %s', (name, shown) => expect(maskName(name)).toBe(shown))

test('a plate shows where it is from and its last two places', () => {
  expect(maskPlate('粤B12345')).toBe('粤B***45')
  expect(maskPlate('粤BD12345')).toBe('粤B****45')
  expect(maskPlate('12345')).toBe('*****')
})

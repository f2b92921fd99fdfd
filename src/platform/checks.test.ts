import { describe, expect, test } from 'vitest'
import {
  isCreditCode,
  isLandline,
  isMobile,
  isPlate,
  isResidentId,
  normaliseCreditCode,
  normalisePhone,
  normalisePlate,
  normaliseResidentId,
  phoneKindOf,
  plateKindOf,
} from './checks.ts'

describe('telephone numbers', () => {
  test.each([
    ['13812345678', '13812345678', 'mobile'],
    ['１３８　１２３４　５６７８', '13812345678', 'mobile'],
    ['+86 138-1234-5678', '13812345678', 'mobile'],
    ['0086 13812345678', '13812345678', 'mobile'],
    ['8613812345678', '13812345678', 'mobile'],
    ['（0755）8888 1234', '075588881234', 'landline'],
    ['0755-8888-1234', '075588881234', 'landline'],
    ['0755-88881234-801', '075588881234-801', 'landline'],
    ['010-62345678转12', '01062345678-12', 'landline'],
    ['+86 21 62345678', '02162345678', 'landline'],
    ['+86 0755 88881234', '075588881234', 'landline'],
    ['8888 1234', '88881234', 'landline'],
    ['0872-2345678', '08722345678', 'landline'],
    ['119', '119', 'hotline'],
    ['12345', '12345', 'hotline'],
    ['95598', '95598', 'hotline'],
    ['400-888-1234', '4008881234', 'hotline'],
    ['+852 9123 4567', '+85291234567', 'abroad'],
    ['00852 91234567', '+85291234567', 'abroad'],
  ])('%s is %s, a %s number', (typed, phone, kind) => {
    expect(normalisePhone(typed)).toBe(phone)
    expect(phoneKindOf(phone)).toBe(kind)
    expect(normalisePhone(phone)).toBe(phone)
  })

  test.each([
    '',
    '电话',
    '1381234567',
    '138123456789',
    '12812345678',
    '0755',
    '无',
    '138a1234567',
    '0755-1888123',
    '1+1',
  ])('%j is no telephone number', (typed) => expect(normalisePhone(typed)).toBeUndefined())

  test('mobile and landline are told apart', () => {
    expect(isMobile('19912345678')).toBe(true)
    expect(isMobile('075588881234')).toBe(false)
    expect(isLandline('075588881234')).toBe(true)
    expect(isLandline('19912345678')).toBe(false)
  })
})

describe('resident IDs', () => {
  test.each(['11010519491231002X', '440524188001010014', '110101199003074514'])('%s', (id) => {
    // The second of these is printed in the standard with a birth year of 1880; nobody alive carries it.
    expect(isResidentId(id)).toBe(!id.includes('1880'))
  })
  test.each([
    ['a wrong check figure', '110105194912310021'],
    ['a day that never was', '110101199002300001'],
    ['the old fifteen figures', '110105491231002'],
    ['a small x', '11010519491231002x'],
  ])('%s is refused', (_, id) => expect(isResidentId(id)).toBe(false))
  test('what is typed is brought to the form on the card', () => {
    expect(normaliseResidentId(' 110105 19491231 ００２x')).toBe('11010519491231002X')
  })
})

describe('credit codes', () => {
  test.each(['91350100M000100Y43', '91440300MA5YAMPXEY'])('%s', (code) => expect(isCreditCode(code)).toBe(true))
  test.each(['91350100M000100Y44', '91350100M000100Y4', '9135010OM000100Y43'])('%s is refused', (code) =>
    expect(isCreditCode(code)).toBe(false),
  )
  test('small letters and spaces are brought right', () => {
    expect(normaliseCreditCode('91350100 m000100y43')).toBe('91350100M000100Y43')
  })
})

describe('number plates', () => {
  test.each([
    ['粤B12345', 'ordinary'],
    ['粤BG8K2学', 'ordinary'],
    ['粤BD12345', 'new_energy'],
    ['沪AA12345', 'new_energy'],
    ['京A12345D', 'new_energy'],
    ['粤Z1234港', 'ordinary'],
  ])('%s is %s', (plate, kind) => {
    expect(plateKindOf(plate)).toBe(kind)
    expect(isPlate(plate)).toBe(true)
  })
  test.each(['粤B1234', '粤B123456', 'B12345', '粤BI2345', '龘B12345', '粤112345'])('%s is no plate', (plate) =>
    expect(isPlate(plate)).toBe(false),
  )
  test('dots and spaces are dropped', () => {
    expect(normalisePlate('粤ｂ·d12 345')).toBe('粤BD12345')
  })
})

/** How alike two texts are, in Chinese and in English. */
import { describe, expect, it } from 'vitest';
import { similarityOf } from '../../src/domain/similarity.ts';

describe('the likeness of two texts', () => {
  const gifts = '反映某镇水务站站长多次收受工程承包人所送礼金，并安排亲属承揽维修工程。';

  it('is one for the same words, whatever stands between them and however wide the letters are', () => {
    expect(similarityOf(gifts, `　${gifts.replaceAll('，', '\n')}!!`)).toBe(1);
    expect(similarityOf('Money, from the Contractor', 'ｍｏｎｅｙ from the contractor.')).toBe(1);
  });

  it('is high for another letter on the same matter and low for one on another', () => {
    const same = '某镇水务站站长收受工程承包人礼金，还让亲属承揽了维修工程。';
    const another = '举报村支书虚报危房改造补助对象，套取国家补助资金。';
    expect(similarityOf(gifts, same)).toBeGreaterThan(0.6);
    expect(similarityOf(gifts, another)).toBeLessThan(0.15);
    expect(similarityOf(same, gifts)).toBe(similarityOf(gifts, same));
  });

  it('counts what comes twice no more often than it stands in both', () => {
    expect(similarityOf('abab', 'ab')).toBeCloseTo(0.5);
  });

  it('is none where one of them says nothing', () => {
    for (const nothing of ['', ' …… ', '人']) expect(similarityOf(gifts, nothing)).toBe(0);
  });
});

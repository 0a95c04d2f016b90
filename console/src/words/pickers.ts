/** Words of the fields by which people and units are picked. */
import { area } from './area.ts';

export const usePickerWords = area('pickers', {
  findOfficial: ['输入姓名或编号（至少两个字）', 'Type a name or a reference (two characters)'],
  findColleague: ['选择或输入同事姓名', 'Choose or type a colleague’s name'],
  findUnit: ['选择或输入单位名称', 'Choose or type a unit’s name'],
  moreLetters: ['请至少输入两个字', 'Type two characters at least'],
  searching: ['正在查找…', 'Searching …'],
  noneFound: ['没有找到', 'Nobody found'],
  noUnit: ['没有该单位', 'No such unit'],
  failed: ['查找没有成功，请稍后再试', 'The search did not work. Try again'],
  tooMany: ['本小时内查找次数过多，请稍后再试', 'Too many searches within the hour. Try again later'],
  cases: [
    '已有 {{count}} 件检举控告',
    { one: '{{count}} complaint known', other: '{{count}} complaints known' },
  ],
  register: ['登记名册中没有的人员', 'Register somebody who is not listed'],
  newName: ['姓名', 'Name'],
  newWorkplace: ['单位', 'Unit'],
  newPost: ['职务', 'Post'],
  registerNow: ['登记并选用', 'Register and use'],
  nameNeeded: ['请填写姓名', 'Enter the name'],
  knownAlready: [
    '名册中已有同名人员。请确认是否为其中一人：',
    'The directory knows people of this name. Is it one of them?',
  ],
  useThis: ['就是此人', 'This is the one'],
  noneOfThem: ['均不是，仍要登记', 'None of them: register'],
});

import { defineBackground } from 'wxt/utils/define-background';
import {
  answerMessages,
  guardAddedSites,
  openClickedNotifications,
  runDaily,
} from '../lib/background/listen.ts';

export default defineBackground(() => {
  answerMessages();
  runDaily();
  guardAddedSites();
  openClickedNotifications();
});

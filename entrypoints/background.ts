import { defineBackground } from 'wxt/utils/define-background';
import { fileDownloads } from '../lib/background/downloads.ts';
import { offerCleaning, welcome } from '../lib/background/first-run.ts';
import {
  answerMessages,
  guardAddedSites,
  noteVisits,
  noteWorkerUploads,
  openClickedNotifications,
  runDaily,
  stopClearText,
} from '../lib/background/listen.ts';

export default defineBackground(() => {
  answerMessages();
  runDaily();
  guardAddedSites();
  stopClearText();
  noteVisits();
  noteWorkerUploads();
  openClickedNotifications();
  welcome();
  offerCleaning();
  fileDownloads();
});

scene granted
dcadmin news add --title Onderhoud --body 'Zondag van 8 tot 12 uur niet bereikbaar' --until 2026-12-06
file news.csv
  title;body;until
  Nieuw;Het loket is verhuisd;31/12/2026
dcadmin news add --file news.csv
dcadmin news list --audience EA
dcadmin news show w-1
dcadmin notice list --state waiting
dcadmin notice list --state failed
dcadmin notice show n-4
dcadmin notice resend n-4
dcadmin notice resend --failed
apart a relay is wanted: tests/sign_in and tests/operations send to one
dcadmin notice send
apart a relay is wanted: tests/sign_in and tests/operations send to one
dcadmin notice send --digest --summary

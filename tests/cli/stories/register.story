scene kbo
dcadmin register import --kbo KboOpenData_0140_2026_11_Full
dcadmin register import --persons persons.csv
dcadmin register status
dcadmin register search poets --limit 20
dcadmin register search 'hulp aalst' --anywhere
dcadmin register show 0566.988.259
dcadmin register show 2.147.812.701
dcadmin register show 85.07.30-033.28 --reveal
dcadmin org add --number 0566.988.259
dcadmin person add --number 85.07.30-033.28
dcadmin register consultations --person 85.07.30-033.28

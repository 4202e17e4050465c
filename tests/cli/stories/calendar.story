scene office
dcadmin calendar holidays --year 2027
dcadmin calendar deadline --from 2026-12-23 --working-days 5
dcadmin calendar deadline --from 2026-04-02 --term confirm --region brussels --entered-by company
dcadmin calendar close --date 2026-12-24 --org 0566988259 --reason kerstverlof
dcadmin calendar open --date 2026-12-24 --org 0566988259
dcadmin term list --region brussels --at 2020-11-01
dcadmin term import --kind confirm --region wallonia --entered-by worker --length 5 --unit working-days --from 2027-01-01 --source 'decreet van …'
dcadmin tariff list --kind exchange --at 2022-10-15
dcadmin tariff import --kind exchange --region flanders --basis service --amount 30.15 --from 2026-01-01 --source 'besluit van …'
dcadmin tariff list -o csv > tariffs.csv
dcadmin tariff import --file tariffs.csv
dcadmin term list -o csv > terms.csv
dcadmin term import --file terms.csv

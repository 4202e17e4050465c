# Holidays, closing days, terms and tariffs.
store init --fields schema
org add --number 0566988259 --name Poetshulp --quiet
calendar holidays --year 2027
kalender holidays --year 2027 -o csv --fields date,weekday,name
calendar close --date 2026-12-24 --reason brugdag
calendar close --date 24/12/2026 --reason brugdag --fields date,kind,name
calendar close --date 2026-12-25 --org 0566988259 --reason kerstverlof --fields date,org,name
file closing.csv
  datum,org,reden
  2026-12-28,0566988259,kerstverlof
  2026-12-29,0566.988.259,kerstverlof
  2026-13-01,0566988259,onbestaande dag
calendar close --file closing.csv --skip-invalid
show closing.outcome.csv
calendar holidays --org 0566988259 --fields date,kind,name,org
calendar open --date 2026-12-29 --org 0566988259 --reason 'toch open' --fields date,kind
calendar open --date 2026-12-30
calendar deadline --from 2026-12-23 --working-days 5
calendar deadline --from 2026-12-23 --working-days 5 --org 0566988259 --fields last_day,skipped
calendar deadline --from 2026-12-23 --calendar-days 60 -o json
calendar deadline --from 2026-04-02 --term confirm --region brussel --entered-by company
calendar deadline --from 2021-06-01 --term voucher --region wallonie
calendar deadline --from 2021-06-01 --term voucher
calendar deadline
term list --region brussels --at 2020-11-01 --fields kind,entered_by,length,unit,source
term list --kind voucher --region wallonia -o csv
term import --kind confirm --region wallonia --entered-by worker --length 5 --unit working-days --from 2027-01-01 --source decreet
term import --kind confirm --region wallonia --entered-by worker --length 5 --unit working-days --from 2027-01-01 --source decreet --fields kind
term import --kind confirm --region wallonia --length 5 --unit months --from 2027-01-01 --source decreet
term import --kind valideer --region wallonia --length 5 --unit working-days --from 2027-01-01 --source decreet
tariff list --kind exchange
tariff list --at 2026-11-23 -o json
file tariffs.csv
  soort;gewest;grondslag;bedrag;begindatum;bron
  exchange;vlaanderen;service;30,15;2026-01-01;besluit
  exchange;bruxelles;service;28,5;01/01/2026;arrêté
  exchange;brussels;pickup;28,5;01/01/2026;arrêté
tariff import --file tariffs.csv --skip-invalid
show tariffs.outcome.csv
tarief list --at 2026-11-23 --region brussels --fields kind,amount,source
policy set zone.profile 2020 --reason proef --fields name,value
calendar deadline --from 2026-11-23 --term confirm --region flanders --fields term,last_day
audit list --limit 3 --fields subject,command
store check
audit verify

# Recurring pickups; today is Monday 23 November 2026, past half past twelve.
store init --demo --fields schema
pickup recur
pickup recur set --org 0777999980 --site 980000611888 --region flanders --every week --on 5 --contact p-1 --phone 0470123456 --dry-run
pickup recur show
pickup recur set --org 0777999980 --site 980000611888 --region flanders --every week --on 5 --contact p-1 --phone 0470123456 --bags 2 --reason 'vaste dag'
pickup recur set --org 0777999980 --site 980000611888 --region flanders --every week --on 6 --contact p-1 --phone 0470123456
pickup recur set --org 0777999980 --site 980000611888 --region flanders --every year --on 1 --contact p-1 --phone 0470123456
calendar close --org 0777999980 --date 2026-12-11 --reason teamdag --quiet --fields date
pickup recur set --org 0777999980 --site 980000611888 --region flanders --every week --on 5 --contact p-1 --phone 0470123456 --on-holiday next --fields id,on_holiday
pickup recur show --until 2027-01-08
pickup recur run --fields id,date,site,region,bags,series
pickup recur run --fields id,date
pickup skip --series y-1 --date 2026-12-18 --reason 'niets te halen' --fields id,date,state
pickup skip u-1 --reason leeg --fields id,state
pickup skip --series y-1 --date 2026-12-17
pickup ophaling
ophaling recur show --until 2026-12-31 -o csv --fields series,day,fate,date,why,pickup
pickup recur off --org 0777999980 --site 980000611888 --region flanders --reason 'alles elektronisch' --fields id,state
pickup recur off --org 0777999980 --site 980000611888 --region wallonia
pickup list --state all --fields id,date,state,series
pickup postpone u-2
store check
audit verify

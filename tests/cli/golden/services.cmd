# Services of a company.
store init --demo --fields schema
service list
service list --org 0777999980 --status registered|confirmed --from 01/11/2026 --limit 10 -o json
prestatie list --status weg
service list --offset 10001
service show d-1
service history
service history --filter gisteren
service history --filter to-validate -o csv

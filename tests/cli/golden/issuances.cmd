# Automatic issuances, and what is refused while nothing waits
store init --fields schema
org add --number 0403170701 --name Poetshulp
site add --org 0403170701 --number 2147812701 --name Aalst
company update --org 0403170701 --accreditation V12345 --reason besluit
company update --org 0403170701 --accreditation B54321 --reason besluit
issuance create --org 0403170701 --region flanders
issuance create --org 0403170701 --region wallonia
issuance create --org 0403170701 --region flanders --service d-1 --at-risk
issuance auto set --org 0403170701 --every month --reason afspraak
issuance auto set --org 0403170701 --region brussels --every week --on 5
issuance auto set --org 0403170701 --every week --on 9
issuance auto set --org 0403170701 --every year
issuance auto show --org 0403170701
issuance run
issuance run --summary
issuance status --missing --exit-code
issuance list
issuance expired --exit-code
issuance show i-1
issuance submit i-1
issuance auto off --org 0403170701 --region brussels
issuance auto off --org 0403170701 --region brussels

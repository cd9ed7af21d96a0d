struct RateTable { let text = ""; init(corpora: String) throws {} }

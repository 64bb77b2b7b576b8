check ../faulty/costs

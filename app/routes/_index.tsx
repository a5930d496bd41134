export default function Start() {
  return (
    <main>
      <h1>Concert</h1>
    </main>
  )
}
